import './context-root.js';
import './persistence.js';
import { SupportHoursPicker } from '../elements/support-hours-picker/support-hours-picker.js';
import { defineElement } from './define-element.js';

defineElement('support-hours-picker', SupportHoursPicker);
