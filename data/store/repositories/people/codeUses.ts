// One-time codes sent and mistyped, a record a customer: the limits hold over all conversations.
import { type CodeUse, codeUseSchema } from '../../../domain/customer/codeUse';
import type { DocumentStore } from '../../documentStore';
import { Repository } from '../repository';

export class CodeUses extends Repository<CodeUse> {
  constructor(store: DocumentStore) {
    super(store, 'codeUses', codeUseSchema, (use) => use.customerId);
  }
}
