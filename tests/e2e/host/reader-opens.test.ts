import { expect, it } from 'vitest';
import { describeOnHosts, openReader } from '../../helpers/reader';

describeOnHosts('the built reader', (kind) => {
  it('opens its shelf under the policy, without an error, without asking anybody outside', async () => {
    const reader = await openReader(kind);
    await reader.page.getByText('周口').first().waitFor();
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
    await reader.close();
  });
});
