import type { ReactNode } from 'react';
import { SetUpFrame } from '../../setup/set-up-frame';

export default function SetUpLayout({ children }: { children: ReactNode }) {
  return <SetUpFrame>{children}</SetUpFrame>;
}
