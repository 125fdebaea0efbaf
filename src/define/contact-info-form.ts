import './context-root.js';
import './persistence.js';
import './support-hours-picker.js';
import { ContactInfoForm } from '../elements/contact-info-form/contact-info-form.js';
import { defineElement } from './define-element.js';

defineElement('contact-info-form', ContactInfoForm);
