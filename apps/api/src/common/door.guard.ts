import { rightOfCaller } from '@countersign/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CALLER, type CallerMark } from './callers.js';
import { AgentDoor, BrandDoor, OperatorDoor, PersonDoor } from './doors.js';

/** One guard for the whole house: looks at the route's mark and asks the door it names. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly brands: BrandDoor,
    private readonly agents: AgentDoor,
    private readonly operators: OperatorDoor,
    private readonly people: PersonDoor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const mark = this.reflector.get<CallerMark | undefined>(CALLER, context.getHandler());
    // Gateways authenticate at CONNECT, and every event reads its session again.
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    switch (mark?.caller) {
      case 'anyone':
      case 'page':
        return true;
      case 'brand':
        await this.brands.admit(request, mark.right);
        return true;
      case 'agent':
      case 'lead':
      case 'developer':
      case 'builder':
      case 'admin':
        await this.agents.admit(request, rightOfCaller[mark.caller]);
        return true;
      case 'person':
        await this.people.admit(request);
        return true;
      case 'operator':
        await this.operators.admit(request);
        return true;
      case undefined:
        return false;
    }
  }
}
