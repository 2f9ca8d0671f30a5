import type { Metadata } from 'next';
import { FoundAttempt } from '../../../attempt/found-attempt';
import { DeveloperGate } from '../../../connections/developer-gate';
import { DeskGate } from '../../../desk/desk-gate';

export const metadata: Metadata = { title: 'Attempt' };

export default async function FoundAttemptPage({ params }: PageProps<'/attempts/[attempt]'>) {
  const { attempt } = await params;
  return (
    <DeskGate>
      <DeveloperGate>
        <main className="flex-1 overflow-y-auto">
          <FoundAttempt attempt={attempt} />
        </main>
      </DeveloperGate>
    </DeskGate>
  );
}
