import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/domain-error.js';
import { readWidget } from '../../embed/index.js';
import { type Html, html } from './html.js';

export type PageFile = 'page' | 'return' | 'style' | 'icon';

/** The immutable files of the window's pages, by their tags. */
@Injectable()
export class PageFiles {
  private readonly widget = readWidget();

  tag(name: PageFile): Html {
    if (!this.widget) throw new DomainError('service_unavailable', { detail: 'The widget is not built.' });
    const { file, integrity } = this.widget.page[name];
    const address = `/widget/${this.widget.version}/${file}`;
    switch (name) {
      case 'icon':
        return html`<link rel="icon" href="${address}" type="image/svg+xml">`;
      case 'style':
        return html`<link rel="stylesheet" href="${address}" integrity="${integrity}">`;
      default:
        return html`<script src="${address}" integrity="${integrity}" defer></script>`;
    }
  }

  /** How the pages look. A sentence can be told without it. */
  look(): Html[] {
    return this.widget ? [this.tag('style'), this.tag('icon')] : [];
  }
}
