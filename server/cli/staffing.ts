import type { Command } from './command.ts';
export const STAFFING: Command[] = [];
