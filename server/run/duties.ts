import { keepTelephone } from '../ami/keep.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { keepSigns } from '../slips/sweep.ts';
import { keepRecalling } from './recalls.ts';
import { keepRounds } from './rounds.ts';

type Duty = (hall: Hall, onTrouble: (error: unknown) => void) => Cancel;

const DUTIES: readonly Duty[] = [keepRecalling, keepRounds, keepSigns, keepTelephone];

/** What the one process that leads does for the hall, from now on until each is called off. */
export function beginDuties(hall: Hall, onTrouble: (error: unknown) => void): Cancel[] {
	return DUTIES.map((duty) => duty(hall, onTrouble));
}
