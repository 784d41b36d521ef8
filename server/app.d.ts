import type { Session } from './people/sessions.ts';
import type { Who } from './people/who.ts';
import type { Running } from './runtime.ts';

declare global {
	namespace App {
		interface Locals {
			running: Running;
			who: Who;
			session?: Session;
		}
	}
}
export {};
