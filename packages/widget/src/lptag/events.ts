import type { Events } from './liveperson.js';

type Fired = { readonly appName: string; readonly eventName: string; readonly data?: unknown };
type Bound = { readonly appName: string; readonly eventName: string; readonly func: (data: unknown) => void };

/** `lpTag.events`: whatever a page binds and triggers itself. Of LivePerson's own events none is ever triggered. */
export function makeEvents(): Events {
  const bound: Bound[] = [];
  const fired: Fired[] = [];
  const meets = (wish: string, name: string) => wish === '*' || wish === name;
  return {
    bind(app, eventName = '*', func = () => undefined) {
      bound.push(typeof app === 'string' ? { appName: app, eventName, func } : app);
    },
    trigger(app, eventName = '', data) {
      const one = typeof app === 'string' ? { appName: app, eventName, data } : app;
      fired.push(one);
      for (const { appName: wished, eventName: name, func } of bound)
        if (meets(wished, one.appName) && meets(name, one.eventName)) func(one.data);
    },
    hasFired: (app, event) => fired.filter((one) => meets(app, one.appName) && meets(event, one.eventName)),
  };
}
