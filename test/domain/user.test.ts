import { expect } from 'chai';
import * as domain from '../../src/domain/index.js';
import type { Viewer, Vocabulary } from '../../src/domain/user.js';

describe('the schemas of viewers and vocabularies', () => {
  it('are there for hosts, and keep what is not theirs', () => {
    const viewer: Viewer = domain.viewerSchema.parse({ id: 'u-17', role: 'editor', team: 'x' });
    const list: Vocabulary = domain.vocabularySchema.parse({ key: 'news', label: 'News', colour: 'teal' });
    expect([viewer, list]).to.deep.equal([{ id: 'u-17', role: 'editor', team: 'x' }, { key: 'news', label: 'News', colour: 'teal' }]);
  });

  it('refuse what has another shape', () => {
    for (const value of [null, {}, { id: 'a' }, { id: 7, role: 'editor' }]) expect(domain.viewerSchema.safeParse(value).success).to.equal(false);
    for (const value of ['news', {}, { key: 'news' }, { key: 'news', label: 7 }]) expect(domain.vocabularySchema.safeParse(value).success).to.equal(false);
  });
});
