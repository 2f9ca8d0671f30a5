import { Module } from '@nestjs/common';
import { EmbedController } from './embed.controller.js';
import { WidgetController } from './widget.controller.js';

@Module({ controllers: [EmbedController, WidgetController] })
export class EmbedModule {}
