import type { Docs } from '../../docs.ts';
import { account } from './account.ts';
import { customerCase } from './case.ts';
import { common } from './common.ts';
import { config } from './config.ts';
import { enablement } from './enablement.ts';
import { goal } from './goal.ts';
import { insight } from './insight.ts';
import { journey } from './journey.ts';
import { persona } from './persona.ts';
import { prd } from './prd.ts';
import { reference } from './reference.ts';
import { release } from './release.ts';
import { request } from './request.ts';
import { template } from './template.ts';
import { term } from './term.ts';

export const docs: Docs = {
  common,
  kinds: { release, enablement, case: customerCase, prd, request, insight, goal, persona, journey, account, term },
  config,
  reference,
  template,
};
