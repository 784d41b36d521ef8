import type { Words } from '../zh-CN/index.ts';
import { alarms } from './alarms.ts';
import { alert } from './alert.ts';
import { arrival } from './arrival.ts';
import { boards } from './boards.ts';
import { booking } from './booking.ts';
import { broadcast } from './broadcast.ts';
import { care } from './care.ts';
import { cases } from './cases.ts';
import { common } from './common.ts';
import { codes } from './codes.ts';
import { complaints } from './complaints.ts';
import { console } from './console.ts';
import { desk } from './desk.ts';
import { devices } from './devices.ts';
import { ease } from './ease.ts';
import { figures } from './figures.ts';
import { house } from './house.ts';
import { find } from './find.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { identity } from './identity.ts';
import { incidents } from './incidents.ts';
import { keyboard } from './keyboard.ts';
import { kiosk } from './kiosk.ts';
import { knowledge } from './knowledge.ts';
import { ledger } from './ledger.ts';
import { lines } from './lines.ts';
import { loans } from './loans.ts';
import { notice } from './notice.ts';
import { marks } from './marks.ts';
import { matters } from './matters.ts';
import { offline } from './offline.ts';
import { pages } from './pages.ts';
import { paperForms } from './paper-forms.ts';
import { papers } from './papers.ts';
import { phone } from './phone.ts';
import { questions } from './questions.ts';
import { rating } from './rating.ts';
import { refusals } from './refusals.ts';
import { say } from './say.ts';
import { screens } from './screens.ts';
import { services } from './services.ts';
import { signin } from './signin.ts';
import { slipDesign } from './slip-design.ts';
import { slips } from './slips.ts';
import { speech } from './speech.ts';
import { supervise } from './supervise.ts';
import { talk } from './talk.ts';
import { telephone } from './telephone.ts';
import { voice } from './voice.ts';
import { wall } from './wall.ts';
import { watch } from './watch.ts';
import { wording } from './wording.ts';

/** English. */
export const en: Words = {
	alarms,
	alert,
	arrival,
	boards,
	booking,
	broadcast,
	care,
	cases,
	codes,
	common,
	complaints,
	console,
	desk,
	devices,
	ease,
	figures,
	house,
	find,
	follow,
	help,
	identity,
	incidents,
	keyboard,
	kiosk,
	knowledge,
	ledger,
	lines,
	loans,
	notice,
	marks,
	matters,
	offline,
	pages,
	paperForms,
	papers,
	phone,
	questions,
	rating,
	refusals,
	say,
	screens,
	services,
	signin,
	slipDesign,
	slips,
	speech,
	supervise,
	talk,
	telephone,
	voice,
	wall,
	watch,
	wording
};
