import { expect } from 'chai';
import { canRedo, canUndo, recordEdit, redoEdit, startHistory, undoEdit } from '../../../src/elements/support-hours-picker/edit-history.js';

describe('edit history', () => {
  it('begins with nothing to undo or redo', () => {
    const history = startHistory('a');
    expect([canUndo(history), canRedo(history)]).to.deep.equal([false, false]);
    expect(undoEdit(history)).to.equal(history);
    expect(redoEdit(history)).to.equal(history);
  });

  it('goes back and forth through every step', () => {
    const history = recordEdit(recordEdit(startHistory('a'), 'b'), 'c');
    expect(undoEdit(history).present).to.equal('b');
    expect(undoEdit(undoEdit(history)).present).to.equal('a');
    expect(redoEdit(undoEdit(undoEdit(history))).present).to.equal('b');
    expect(redoEdit(redoEdit(undoEdit(undoEdit(history))))).to.deep.equal(history);
  });

  it('forgets what was undone once something else is done', () => {
    const history = recordEdit(undoEdit(recordEdit(startHistory('a'), 'b')), 'c');
    expect(canRedo(history)).to.equal(false);
    expect(undoEdit(history).present).to.equal('a');
  });

  it('keeps a hundred steps', () => {
    let history = startHistory(0);
    for (let step = 1; step <= 150; step += 1) history = recordEdit(history, step);
    while (canUndo(history)) history = undoEdit(history);
    expect(history.present).to.equal(50);
    expect(history.future).to.have.length(100);
  });
});
