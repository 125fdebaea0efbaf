import * as formErrorStories from '../../stories/contact-errors.stories.js';
import * as formStories from '../../stories/contact-info-form.stories.js';
import * as formUsersStories from '../../stories/contact-users.stories.js';
import { testStories } from '../support/test-stories.js';

testStories(formStories);
testStories(formErrorStories);
testStories(formUsersStories);
