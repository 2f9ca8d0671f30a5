import { FoundAttempt } from '../../../attempt/found-attempt';
import { DeskGate } from '../../../desk/desk-gate';
import { RoleGate } from '../../../list-detail/role-gate';
import { titled } from '../../../settings/server-tongue';

export const generateMetadata = titled((pages) => pages.attempt);

export default async function FoundAttemptPage({ params }: PageProps<'/attempts/[attempt]'>) {
  const { attempt } = await params;
  return (
    <DeskGate>
      <RoleGate needs="developer">
        <main className="flex-1 overflow-y-auto">
          <FoundAttempt attempt={attempt} />
        </main>
      </RoleGate>
    </DeskGate>
  );
}
