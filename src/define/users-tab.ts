import './context-root.js';
import './persistence.js';
import { UsersTab } from '../elements/users-tab/users-tab.js';
import { defineElement } from './define-element.js';

defineElement('users-tab', UsersTab);
