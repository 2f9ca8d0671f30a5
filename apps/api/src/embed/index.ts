export { EmbedModule } from './embed.module.js';
export { readWidget, type WidgetFiles } from './widget-files.js';
