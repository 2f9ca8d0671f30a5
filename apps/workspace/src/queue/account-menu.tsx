'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, Keyboard, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useHeld, useMe } from '../desk/desk-context';
import { DutyItem } from '../duty/duty-item';
import { OwnDuty } from '../duty/own-duty';
import { NoticeItems } from '../notify/notice-items';
import { useTheme } from '../settings/providers';
import type { Theme } from '../settings/theme';
import { useTongue, useWords } from '../settings/tongue';
import { PlainDialog } from '../ui/dialog';
import { type Language, languages, spoken } from '../words/languages';

const item =
  'flex h-8 cursor-pointer items-center gap-2 rounded-control px-2 text-sm outline-none select-none data-highlighted:bg-hover';
const group = 'px-2 pt-2 pb-1 text-xs font-medium text-quiet';

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const;

function ThemeChoice() {
  const { theme, choose } = useTheme();
  const { shell } = useWords();
  return (
    <Menu.RadioGroup value={theme} onValueChange={(value: Theme) => choose(value)}>
      <Menu.GroupLabel className={group}>{shell.appearance}</Menu.GroupLabel>
      {themes.map(({ value, icon: Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeOnClick={false}
          className={item}
          data-testid={`theme-${value}`}
        >
          <Icon aria-hidden size={14} className="text-quiet" />
          <span className="flex-1">{shell.themes[value]}</span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function LanguageChoice() {
  const { language, words, choose } = useTongue();
  return (
    <Menu.RadioGroup value={language} onValueChange={(value: Language) => choose(value)}>
      <Menu.GroupLabel className={group}>{words.shell.language}</Menu.GroupLabel>
      {languages.map((value) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeOnClick={false}
          className={item}
          data-testid={`language-${value}`}
        >
          <Languages aria-hidden size={14} className="text-quiet" />
          <span className="flex-1">
            <bdi lang={value}>{spoken[value].itself}</bdi>
          </span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function SignedInAs() {
  const { agent, brand } = useMe();
  const { shell } = useWords();
  return (
    <div className="px-2 py-2">
      <p className="truncate text-sm font-semibold">
        <bdi>{agent.name}</bdi>
      </p>
      <p className="truncate text-xs text-quiet">
        <bdi>{agent.email}</bdi>
      </p>
      <p className="mt-1 truncate text-xs text-quiet">{shell.roleAt(agent.role, brand.name)}</p>
    </div>
  );
}

/** What colleagues say. In whole it stands in the menu: here the brand's name needs the place. */
const givenName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** Who is signed in here, how it looks, and the way out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { me, signOut } = useHeld();
  const { shell } = useWords();
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
          <OwnDuty />
          <bdi className="max-w-24 truncate">{givenName(me.agent.name)}</bdi>
          <ChevronDown aria-hidden size={14} className="text-quiet" />
          <span className="sr-only">{shell.account}</span>
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner sideOffset={4} align="end" className="z-50 outline-none">
            <Menu.Popup className="max-h-[calc(100dvh-4rem)] w-60 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
              <SignedInAs />
              <Menu.Separator className="my-1 h-px bg-line" />
              <DutyItem />
              <Menu.Separator className="my-1 h-px bg-line" />
              <ThemeChoice />
              <Menu.Separator className="my-1 h-px bg-line" />
              <NoticeItems />
              <Menu.Separator className="my-1 h-px bg-line" />
              <LanguageChoice />
              <Menu.Separator className="my-1 h-px bg-line" />
              <Menu.Item className={item} onClick={onKeys}>
                <Keyboard aria-hidden size={14} className="text-quiet" />
                <span className="flex-1">{shell.keyboard}</span>
                <kbd className="text-xs text-quiet">?</kbd>
              </Menu.Item>
              <Menu.Item className={item} data-testid="sign-out" onClick={() => void leave()}>
                <LogOut aria-hidden size={14} className="text-quiet rtl:-scale-x-100" />
                {shell.signOut}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <PlainDialog title={shell.stillSignedIn} open={stuck} onOpenChange={setStuck}>
        <p className="mt-1.5 text-base text-quiet">{shell.stillSignedInText}</p>
      </PlainDialog>
    </div>
  );
}
