import * as gateStories from '../../stories/onboarding-gate.stories.js';
import { testStories } from '../support/test-stories.js';

testStories(gateStories);
