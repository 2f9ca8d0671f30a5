'use client';

import { Dialog } from '@base-ui/react/dialog';
import { CornerDownLeft, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useWords } from '../settings/tongue';
import { AssuranceMark } from '../ui/assurance-mark';
import { classNames } from '../ui/class-names';
import { ToldLine } from '../ui/told-line';
import { type Command, matching } from './matching';
import { useCommands } from './use-commands';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

function Option({
  command,
  id,
  chosen,
  onRun,
  onPoint,
}: {
  command: Command;
  id: string;
  chosen: boolean;
  onRun: () => void;
  onPoint: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which names the chosen option
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-testid="command"
      data-command={command.id}
      onClick={onRun}
      onPointerMove={onPoint}
      className={classNames(
        'flex h-9 cursor-pointer items-center gap-3 rounded-control px-3 text-sm',
        chosen && 'bg-accent-bg',
      )}
    >
      <span
        dir="auto"
        className={classNames('truncate font-medium grayscale', command.note && 'max-w-[55%] shrink-0')}
      >
        {command.group === 'conversations' ? <ToldLine text={command.text} limit={60} /> : command.text}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-xs text-quiet grayscale">
        {command.note && <ToldLine text={command.note} limit={80} />}
      </span>
      {command.mark && <AssuranceMark {...command.mark} className="shrink-0" />}
      {command.keys?.map((key) => (
        <kbd key={key} className="rounded-control border border-line bg-surface px-1.5 text-xs text-quiet">
          {key}
        </kbd>
      ))}
      {chosen && <CornerDownLeft aria-hidden size={13} className="shrink-0 text-quiet rtl:-scale-x-100" />}
    </div>
  );
}

function Options({
  found,
  at,
  base,
  onRun,
  onPoint,
}: {
  found: readonly Command[];
  at: number;
  base: string;
  onRun: (command: Command) => void;
  onPoint: (at: number) => void;
}) {
  const { palette } = useWords();
  useEffect(() => {
    document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [base, at]);
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset
    <div key={group} role="group" aria-labelledby={`${base}-${group}`} className="pb-1">
      <div
        id={`${base}-${group}`}
        role="presentation"
        className="px-3 pt-2 pb-1 text-xs font-medium text-quiet"
      >
        {palette.groups[group]}
      </div>
      {found.map((command, index) =>
        command.group === group ? (
          <Option
            key={command.id}
            command={command}
            id={`${base}-${index}`}
            chosen={index === at}
            onRun={() => onRun(command)}
            onPoint={() => onPoint(index)}
          />
        ) : null,
      )}
    </div>
  ));
}

/** Where one types. The focus stays here; the option that Enter takes is named, not focused. */
function Field({
  base,
  at,
  typed,
  onType,
  onPress,
}: {
  base: string;
  at: number | null;
  typed: string;
  onType: (text: string) => void;
  onPress: (event: KeyboardEvent) => void;
}) {
  const { palette } = useWords();
  return (
    <div className="flex items-center gap-2 border-b border-line px-4">
      <Search aria-hidden size={16} className="shrink-0 text-quiet" />
      <input
        type="text"
        role="combobox"
        data-testid="palette-field"
        aria-label={palette.title}
        aria-expanded={at !== null}
        aria-controls={`${base}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at === null ? undefined : `${base}-${at}`}
        placeholder={palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onPress}
        className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-quiet"
      />
      <kbd className="text-xs text-quiet">Esc</kbd>
    </div>
  );
}

function Finder({ onRun, onKeys }: { onRun: (run: () => void) => void; onKeys: () => void }) {
  const { palette } = useWords();
  const commands = useCommands(onKeys);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const base = useId();
  const found = matching(commands, typed);
  const chosen = Math.min(at, found.length - 1);
  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a character.
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = steps[event.key];
    if (step) setAt(step(chosen, found.length));
    else if (event.key === 'Enter') {
      const command = found[chosen];
      if (command) onRun(command.run);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <Field
        base={base}
        at={found.length > 0 ? chosen : null}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setAt(0);
        }}
        onPress={press}
      />
      <div
        id={`${base}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={palette.title}
        className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1 outline-none"
      >
        <Options found={found} at={chosen} base={base} onRun={({ run }) => onRun(run)} onPoint={setAt} />
      </div>
      <p
        role="status"
        className={found.length === 0 ? 'px-4 pb-6 text-center text-sm text-quiet' : 'sr-only'}
      >
        {found.length === 0 ? palette.nothing : palette.found(found.length)}
      </p>
    </>
  );
}

/** Everything by its name: what can be done here, who writes, who answers, and where to go. */
export function Palette({
  open,
  onOpenChange,
  onKeys,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onKeys: () => void;
}) {
  const { palette } = useWords();
  // After it has closed, and given back the focus: what is done may want it.
  const [next, setNext] = useState<(() => void) | null>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => {
        if (isOpen) return;
        setNext(null);
        next?.();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-(--scrim) transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          data-testid="palette"
          aria-label={palette.title}
          className="fixed inset-x-0 top-[min(12dvh,8rem)] z-50 mx-auto w-[36rem] max-w-[calc(100vw-1.5rem)] overflow-clip rounded-card border border-line bg-surface shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Finder
            onKeys={onKeys}
            onRun={(run) => {
              setNext(() => run);
              onOpenChange(false);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
