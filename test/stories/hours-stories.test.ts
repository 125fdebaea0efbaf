import * as hoursEditorStories from '../../stories/hours-editor.stories.js';
import * as hoursExceptionsStories from '../../stories/hours-exceptions.stories.js';
import * as hoursWeekStories from '../../stories/hours-week.stories.js';
import * as hoursStories from '../../stories/support-hours-picker.stories.js';
import { testStories } from '../support/test-stories.js';

testStories(hoursStories);
testStories(hoursEditorStories);
testStories(hoursExceptionsStories);
testStories(hoursWeekStories);
