import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaving } from './leaving';

function atDoor(isLive: boolean) {
  const left: string[] = [];
  let live = isLive;
  const door = leaving({ leaveFor: (problem) => left.push(problem), isLive: () => live });
  return { door, left, lose: () => (live = false) };
}

describe('leaving the desk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('told somebody who was removed only to sign in, when a read was refused before the line said why', () => {
    const { door, left } = atDoor(true);
    door.ended('agent_session_required');
    expect(left).toEqual([]);
    door.ended('agent_removed');
    vi.runAllTimers();
    expect(left).toEqual(['agent_removed']);
  });

  it('goes without a reason when the line says none', () => {
    const { door, left } = atDoor(true);
    door.ended('agent_session_required');
    door.ended('agent_session_required');
    vi.runAllTimers();
    expect(left).toEqual(['agent_session_required']);
  });

  it('goes at once when there is no line to hear it by, or the line has gone meanwhile', () => {
    const without = atDoor(false);
    without.door.ended('agent_session_required');
    expect(without.left).toEqual(['agent_session_required']);

    const { door, left, lose } = atDoor(true);
    door.ended('agent_session_required');
    lose();
    door.ended('agent_session_required');
    expect(left).toEqual(['agent_session_required']);
  });

  it('says of what it does not know that the session ended', () => {
    const { door, left } = atDoor(true);
    door.ended('idle');
    expect(left).toEqual(['session_ended']);
  });

  it('hears nothing of an end that is its own doing, and goes when that is done', async () => {
    const { door, left } = atDoor(true);
    await door.quietly(async () => door.ended('signed_out'));
    expect(left).toEqual([]);
    door.leave('signed_out');
    expect(left).toEqual(['signed_out']);
  });
});
