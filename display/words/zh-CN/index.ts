import { alarms } from './alarms.ts';
import { alert } from './alert.ts';
import { boards } from './boards.ts';
import { broadcast } from './broadcast.ts';
import { care } from './care.ts';
import { cases } from './cases.ts';
import { codes } from './codes.ts';
import { complaints } from './complaints.ts';
import { console } from './console.ts';
import { desk } from './desk.ts';
import { devices } from './devices.ts';
import { figures } from './figures.ts';
import { house } from './house.ts';
import { incidents } from './incidents.ts';
import { knowledge } from './knowledge.ts';
import { ledger } from './ledger.ts';
import { lines } from './lines.ts';
import { loans } from './loans.ts';
import { ofKiosk } from './of-kiosk.ts';
import { pages } from './pages.ts';
import { paperForms } from './paper-forms.ts';
import { papers } from './papers.ts';
import { questions } from './questions.ts';
import { screens } from './screens.ts';
import { signin } from './signin.ts';
import { slipDesign } from './slip-design.ts';
import { slips } from './slips.ts';
import { supervise } from './supervise.ts';
import { talk } from './talk.ts';
import { telephone } from './telephone.ts';
import { wall } from './wall.ts';
import { watch } from './watch.ts';
import { wording } from './wording.ts';

/** Chinese comes first: its shape is the type that every other language must meet. */
export const zhCN = {
	...ofKiosk,
	alarms,
	alert,
	boards,
	broadcast,
	care,
	cases,
	codes,
	complaints,
	console,
	desk,
	devices,
	figures,
	house,
	incidents,
	knowledge,
	ledger,
	lines,
	loans,
	pages,
	paperForms,
	papers,
	questions,
	screens,
	signin,
	slipDesign,
	slips,
	supervise,
	talk,
	telephone,
	wall,
	watch,
	wording
};
export type Words = typeof zhCN;
