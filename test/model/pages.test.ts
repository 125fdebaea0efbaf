import { describeSession } from './session.js';

describeSession('pages');
