import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonLook } from '../ui/button';
import { Empty } from '../ui/empty';

export default function NotFound() {
  return (
    <main className="flex-1">
      <Empty
        level="h1"
        icon={SearchX}
        title="There is nothing at this address"
        action={
          <Link href="/conversations" className={buttonLook('plain', 'no-underline')}>
            To the queue
          </Link>
        }
      >
        It may be mistyped.
      </Empty>
    </main>
  );
}
