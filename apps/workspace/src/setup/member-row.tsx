import { type AgentRole, agentRole, type Staff } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Copyable } from '../ui/copy';
import { Pill } from '../ui/pill';

export type Member = Staff['agents'][number];

/** Somebody who answers, or was invited to. */
export function MemberRow({
  member,
  mine,
  manages,
  onRole,
  onRemove,
}: {
  member: Member;
  mine: boolean;
  manages: boolean;
  onRole: (role: AgentRole) => void;
  onRemove: () => void;
}) {
  const { brand, shell } = useWords();
  const { team } = brand;
  return (
    <li
      className="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-b-0"
      data-testid="member"
    >
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-base font-medium">
          <bdi className="truncate">{member.name}</bdi>
          {mine && <Pill>{team.you}</Pill>}
          {!member.accepted && <Pill tone="amber">{team.invited}</Pill>}
        </p>
        <p className="truncate text-xs text-quiet">
          {member.email ? <bdi>{member.email}</bdi> : team.noAddress}
        </p>
        {!member.accepted && (
          <p className="text-xs text-quiet">
            {team.send}
            <Copyable text={member.link} label={team.copyLink(member.name)} />
          </p>
        )}
      </div>
      <select
        aria-label={team.roleOf(member.name)}
        value={member.role}
        disabled={!manages}
        onChange={(event) => onRole(event.target.value as AgentRole)}
        className="h-8 cursor-pointer rounded-control border border-control bg-surface px-2 text-sm text-ink"
      >
        {agentRole.options.map((role) => (
          <option key={role} value={role}>
            {shell.roles[role]}
          </option>
        ))}
      </select>
      <Button kind="quiet" onClick={onRemove} disabled={!manages} data-testid={`remove-${member.email}`}>
        {team.remove}
      </Button>
    </li>
  );
}
