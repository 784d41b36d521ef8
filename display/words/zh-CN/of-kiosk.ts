/** What a kiosk says: a browser has it before it draws anything, and the rest of the Chinese words when it needs them. */
import { arrival } from './arrival.ts';
import { booking } from './booking.ts';
import { common } from './common.ts';
import { ease } from './ease.ts';
import { find } from './find.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { identity } from './identity.ts';
import { keyboard } from './keyboard.ts';
import { kiosk } from './kiosk.ts';
import { marks } from './marks.ts';
import { matters } from './matters.ts';
import { notice } from './notice.ts';
import { offline } from './offline.ts';
import { phone } from './phone.ts';
import { rating } from './rating.ts';
import { refusals } from './refusals.ts';
import { say } from './say.ts';
import { services } from './services.ts';
import { speech } from './speech.ts';
import { voice } from './voice.ts';

export const ofKiosk = {
	arrival,
	booking,
	common,
	ease,
	find,
	follow,
	help,
	identity,
	keyboard,
	kiosk,
	marks,
	matters,
	notice,
	offline,
	phone,
	rating,
	refusals,
	say,
	services,
	speech,
	voice
};
