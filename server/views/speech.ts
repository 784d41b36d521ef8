/** What a kiosk's own voice can do, for the page that uses it. */

/** What a key of a kiosk's keypad does, beside what arrows, Enter and the number block do by themselves. */
export type KeyAction =
	| 'next'
	| 'previous'
	| 'ok'
	| 'back'
	| 'repeat'
	| 'page'
	| 'pause'
	| 'help'
	| 'louder'
	| 'quieter'
	| 'speech'
	/** headphones were plugged in, or pulled out: many keypads with a socket type a key of their own for it */
	| 'plugged'
	| 'unplugged';

export interface SpeechView {
	/** whether a speaking program answers on the server; without one spoken mode is not offered */
	speaks: boolean;
	/** heard by one person alone: headphones or a handset, no speaker */
	private: boolean;
	/** keys of the keypad by their code (`F13`, `KeyR`), as the hall file maps them */
	keys: Readonly<Record<string, KeyAction>>;
}
