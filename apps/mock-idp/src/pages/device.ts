import { html } from './html.js';
import { page } from './layout.js';

export type DevicePage = {
  readonly label: string;
  readonly action: string;
  readonly typed?: string | undefined;
  readonly problem?: string | undefined;
};

/** Where somebody types the code that a device shows. */
export const devicePage = ({ label, action, typed, problem }: DevicePage): string =>
  page(
    `Connect a device · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Connect a device</h1>
<p class="lead">Enter the code that your device shows.</p>
<div class="another">
<form method="post" action="${action}">
<label for="user-code">Code</label>
<input id="user-code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required value="${typed}"${
      problem ? html` aria-invalid="true" aria-describedby="problem" autofocus` : undefined
    }>
${problem && html`<p id="problem" class="problem" role="alert" data-testid="problem">${problem}</p>`}
<button class="primary" data-testid="continue">Continue</button>
</form>
</div>`,
  );

const said = {
  agreed: ['Device connected', 'You can go back to your device.'],
  denied: ['Device not connected', 'It was told that you cancelled.'],
} as const;

/** The last page: the rest happens on the device. */
export const deviceDonePage = ({
  label,
  how,
}: {
  readonly label: string;
  readonly how: keyof typeof said;
}): string => {
  const [heading, lead] = said[how];
  return page(
    `${heading} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>${heading}</h1>
<p class="lead">${lead}</p>`,
  );
};
