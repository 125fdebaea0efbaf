import { describeSession } from './session.js';

describeSession('work');
