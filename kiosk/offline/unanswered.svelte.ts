import { mayPass, type Far } from '../wish.ts';

type Asks = Pick<Far, 'take' | 'arrive' | 'comeBack'>;

/** Remembers the wish for a number that was sent and not answered: a number may have come of it that nobody knows. */
export class Unanswered {
	/** its intent; null when every wish was answered */
	intent: string | null = $state(null);

	/** The same questions, watched. */
	watch({ take, arrive, comeBack }: Asks): Asks {
		return {
			take: async (wish) => {
				const answer = await take(wish);
				this.intent = answer.ok || !mayPass(answer.problem) ? null : wish.intent;
				return answer;
			},
			arrive: (wish) => {
				this.intent = null;
				return arrive(wish);
			},
			comeBack: (wish) => {
				this.intent = null;
				return comeBack(wish);
			}
		};
	}
}
