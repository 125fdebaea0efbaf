import { MemoryAdapter } from '../../src/adapters/memory.js';
import '../../src/define/index.js';
import { lazyParts } from '../../src/elements/contact-info-form/lazy-parts.js';
import { modalCode } from '../../src/elements/onboarding-gate/modal-code.js';
import { OnboardingGate } from '../../src/elements/onboarding-gate/onboarding-gate.js';
import { usersParts } from '../../src/elements/users-tab/users-parts.js';

/* What elements and adapters load late is at hand before a test begins that tells time itself: loading takes what no test can count. */
await Promise.all([lazyParts.conflicts(), lazyParts.history(), usersParts.invite(), usersParts.change(), usersParts.review(), usersParts.files(), usersParts.bulk(), usersParts.export(), modalCode(), OnboardingGate.loaders?.contactInfo(), OnboardingGate.loaders?.users()]);
const request = { accountId: 'late-code', signal: new AbortController().signal };
await new MemoryAdapter().saveContactInfo({ ...request, contactInfo: {}, baseRevision: null });
await new MemoryAdapter().users.listUsers(request);
