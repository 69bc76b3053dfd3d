import type { PledgeKind, Stage } from '../../report';
import { isSetBack } from '../setback';
import { RANK, STAGE_ROWS } from './stage-rows';

/** What a clause says of how far a thing is. */
export interface Progress {
  /** The furthest stage it says was reached, or null where it says none. */
  readonly stage: Stage | null;
  /** Whether only a part of the thing is there (江岭段, 一期, 基本). */
  readonly partial: boolean;
  /** Whether it says that the thing was not done, put off or given up. */
  readonly setBack: boolean;
  /** Whether the stage is told only by what is still to come (开工在即, 即将建成). */
  readonly ahead: boolean;
}

/** What is still to come is not there: 预计明年投运, 即将建成, 力争年底通车. */
const AHEAD = /(?:预计|即将|有望|力争|确保|计划|争取|将于|将在|拟|明年|待)[^，。；]*/g;
/** 开工在即: not yet there. */
const SOON = /(?:开工|动工|建成|完工|竣工|通车|投用|投产|投运|启用)在即/g;
const PARTIAL =
  /基本(?=建成|完成|完工|竣工|实现|建立)|部分|首段|先导段|先行段|首期|[一-龥]{2}段(?=建成|通车|完工|竣工|开工|正式|顺利|已)|初步|主体|或(?:即将|基本)/;

/** 加快推进大桥前期工作, 谋划建设环湖路: what goes on is not yet the work itself. */
const EARLY = /前期|谋划|规划建设/;

/** Reads how far a clause says a thing of a kind is. */
export function progressIn(text: string, kind: PledgeKind): Progress {
  const setBack = isSetBack(text);
  const now = text.replace(SOON, ' ');
  let rest = now.replace(AHEAD, ' ');
  const coming: Stage | null = now !== text ? 'preparation' : rest === text ? null : 'underway';
  let stage: Stage | null = coming;
  let ahead = coming !== null;
  for (const row of STAGE_ROWS) {
    if (!row.kinds.includes(kind)) continue;
    const without = rest.replace(row.pattern, ' ');
    if (without === rest) continue;
    ahead = false;
    if (stage === null || RANK[row.stage] > RANK[stage]) stage = row.stage;
    rest = without;
  }
  if (stage === 'underway' && EARLY.test(text)) stage = text.includes('前期') ? 'preparation' : 'planning';
  return { stage, partial: PARTIAL.test(text), setBack, ahead: ahead && !setBack };
}
