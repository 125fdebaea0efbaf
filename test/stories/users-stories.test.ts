import * as bulkStories from '../../stories/users-bulk.stories.js';
import * as usersChangeStories from '../../stories/users-change.stories.js';
import * as usersInviteStories from '../../stories/users-invite.stories.js';
import * as usersListStories from '../../stories/users-list.stories.js';
import * as usersStories from '../../stories/users-tab.stories.js';
import { testStories } from '../support/test-stories.js';

testStories(usersStories);
testStories(usersInviteStories);
testStories(usersListStories);
testStories(usersChangeStories);
testStories(bulkStories);
