import './onboarding-gate.js';
import './contact-info-form.js';
import './users-tab.js';
import './support-hours-picker.js';
