import { Module } from '@nestjs/common';
import { __Names__AdminController } from './__names__.admin.controller.js';
import { __Names__Queries } from './__names__.queries.js';
import { __Names__Service } from './__names__.service.js';

@Module({ controllers: [__Names__AdminController], providers: [__Names__Queries, __Names__Service] })
export class __Names__Module {}
