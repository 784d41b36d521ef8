import { keep, kept } from './keep.ts';
import { otherStaffLang, staffLangOf, type StaffLang } from './words/index.ts';

export type Theme = 'light' | 'dark';

const THEME = 'guidedesk:theme';
const LANG = 'guidedesk:lang';

/** How a member of staff likes to see a console: language and theme, kept in the browser. Call `restore` once in the browser. */
export class Look {
	lang: StaffLang = $state('zh-CN');
	theme: Theme = $state('light');

	/** Takes up what was chosen before; without a choice the theme is the system's. */
	restore(): void {
		this.lang = staffLangOf(kept(LANG));
		const theme = kept(THEME);
		const dark = theme === null ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
		this.theme = dark ? 'dark' : 'light';
	}

	/** The other language. */
	turnLang(): void {
		this.lang = otherStaffLang(this.lang);
		keep(LANG, this.lang);
	}

	/** The other theme. */
	turnTheme(): void {
		this.theme = this.theme === 'dark' ? 'light' : 'dark';
		keep(THEME, this.theme);
	}
}
