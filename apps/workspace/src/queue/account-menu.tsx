'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useHeld, useMe } from '../desk/desk-context';
import { useTheme } from '../settings/providers';
import type { Theme } from '../settings/theme';
import { PlainDialog } from '../ui/dialog';

const item =
  'flex h-8 cursor-pointer items-center gap-2 rounded-control px-2 text-sm outline-none select-none data-highlighted:bg-hover';
const group = 'px-2 pt-2 pb-1 text-xs font-medium text-quiet';

const themes = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

function ThemeChoice() {
  const { theme, choose } = useTheme();
  return (
    <Menu.RadioGroup value={theme} onValueChange={(value: Theme) => choose(value)}>
      <Menu.GroupLabel className={group}>Appearance</Menu.GroupLabel>
      {themes.map(({ value, label, icon: Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeOnClick={false}
          className={item}
          data-testid={`theme-${value}`}
        >
          <Icon aria-hidden size={14} className="text-quiet" />
          <span className="flex-1">{label}</span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

const roles = { agent: 'Agent', lead: 'Lead', developer: 'Developer', admin: 'Admin' } as const;

function SignedInAs() {
  const { agent, brand } = useMe();
  return (
    <div className="px-2 py-2">
      <p className="truncate text-sm font-semibold">{agent.name}</p>
      <p className="truncate text-xs text-quiet">{agent.email}</p>
      <p className="mt-1 truncate text-xs text-quiet">
        {roles[agent.role]} at {brand.name}
      </p>
    </div>
  );
}

/** Who is signed in here, how it looks, and the way out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { me, signOut } = useHeld();
  const [stuck, setStuck] = useState(false);
  // Drawn inside of the pane's landmark, not at the end of the page.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const leave = async () => setStuck(!(await signOut()));
  return (
    <div ref={setPlace}>
      <Menu.Root>
        <Menu.Trigger
          data-testid="account-menu"
          className="inline-flex h-8 cursor-pointer items-center gap-1 rounded-control px-2 text-sm font-medium text-ink hover:bg-hover data-popup-open:bg-hover"
        >
          <span className="max-w-24 truncate">{me.agent.name}</span>
          <ChevronDown aria-hidden size={14} className="text-quiet" />
          <span className="sr-only">Account</span>
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner sideOffset={4} align="end" className="z-50 outline-none">
            <Menu.Popup className="w-60 rounded-card bg-surface p-1 shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
              <SignedInAs />
              <Menu.Separator className="my-1 h-px bg-line" />
              <ThemeChoice />
              <Menu.Separator className="my-1 h-px bg-line" />
              <Menu.Item className={item} onClick={onKeys}>
                <Keyboard aria-hidden size={14} className="text-quiet" />
                <span className="flex-1">Keyboard</span>
                <kbd className="text-xs text-quiet">?</kbd>
              </Menu.Item>
              <Menu.Item className={item} data-testid="sign-out" onClick={() => void leave()}>
                <LogOut aria-hidden size={14} className="text-quiet" />
                Sign out
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <PlainDialog title="You are still signed in" open={stuck} onOpenChange={setStuck}>
        <p className="mt-1.5 text-base text-quiet">
          The service does not answer. Sign out again in a moment.
        </p>
      </PlainDialog>
    </div>
  );
}
