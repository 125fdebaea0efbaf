import { describeSession } from './session.js';

describeSession('faults');
