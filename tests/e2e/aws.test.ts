import { expect, test } from 'vitest';
import { addAws, AWS, KEY, sendToAws, settled, stateOf, withAws } from './aws-world';
import { anyBrowser } from './fixtures';

const world = anyBrowser();
const { missing, why, setUp } = await withAws(world);

test.skipIf(missing)(
  `a key goes to AWS by Send and verify, and the AWS command line reads every byte${why}`,
  async () => {
    const { moto, driver, app, secretName } = await setUp({}, addAws);
    const popup = await sendToAws(driver);
    await popup.waitFor({ text: 'In AWS test, as a new version.' });
    await popup.waitFor({ text: 'Receipt' });
    expect(await settled(app)).toMatchObject({ state: 'confirmed', proof: 'metadata' });
    expect(await moto.readSecret(secretName)).toBe(KEY);
    expect(Object.keys(await moto.versions(secretName))).toHaveLength(1);
  },
);

test.skipIf(missing)(
  `a key that is sent again becomes a new version of the same secret${why}`,
  async () => {
    const { moto, driver, secretName } = await setUp();
    const popup = await sendToAws(driver);
    await popup.press({ role: 'button', name: 'Send somewhere else' });
    await popup.press({ role: 'button', name: 'Send and verify' });
    await popup.waitFor({ role: 'button', name: 'Send somewhere else' });
    const versions = await moto.versions(secretName);
    expect(Object.values(versions).flat().toSorted()).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
    expect(await moto.readSecret(secretName)).toBe(KEY);
  },
);

test.skipIf(missing)(
  `AWS refuses the credentials: the popup says what to do, and the key stays safe${why}`,
  async () => {
    const secretAccessKey = 'wrong-wrong-wrong-wrong-wrong-wrong-FAKE';
    const { moto, driver, app, secretName } = await setUp({ secretAccessKey });
    const popup = await sendToAws(driver);
    await popup.waitFor({ text: 'Delivery to AWS test failed' });
    await popup.waitFor({ text: 'AWS test does not accept the credentials' });
    await popup.waitFor({ text: 'The key is safe in your vault.' });
    expect(await settled(app)).toMatchObject({
      state: 'failed',
      reason: 'destination_credentials',
    });

    await popup.press({ role: 'button', name: 'Try again' });
    await popup.waitFor({ text: 'Delivery to AWS test failed' });
    expect((await stateOf(app)).keys).toHaveLength(1);
    await expect(moto.readSecret(secretName)).rejects.toThrow('ResourceNotFoundException');
  },
);

test.skipIf(missing)(
  `AWS has a problem of its own: it is said, and Try again brings the key there${why}`,
  async () => {
    const { moto, driver, secretName } = await setUp();
    world.standin.state.motoPort = undefined;
    const popup = await sendToAws(driver);
    await popup.waitFor({ text: 'AWS test waits' });
    await popup.waitFor({ text: 'AWS test has a problem of its own just now.' });
    world.standin.state.motoPort = moto.port;
    await popup.press({ role: 'button', name: 'Try again' });
    await popup.waitFor({ text: 'In AWS test, as a new version.' });
    expect(await moto.readSecret(secretName)).toBe(KEY);
  },
);

test.skipIf(missing)(`a secret that Keyferry did not make is not overwritten${why}`, async () => {
  const { moto, driver, app, secretName } = await setUp();
  await moto.owner('create-secret', '--name', secretName, '--secret-string', 'a stranger’s');
  const popup = await sendToAws(driver);
  await popup.waitFor({ text: 'there is a secret of this name that Keyferry did not make' });
  expect(await settled(app)).toMatchObject({ state: 'waiting', reason: 'destination_conflict' });
  expect(await moto.readSecret(secretName)).toBe('a stranger’s');
});

test.skipIf(missing)(
  `a destination that can’t be reached is tried again by itself${why}`,
  async () => {
    const { moto, driver, app, secretName } = await setUp();
    world.standin.state.down.add(new URL(AWS).host);
    const popup = await sendToAws(driver);
    await popup.waitFor({ text: 'AWS test waits' });
    await popup.waitFor({ text: "AWS test can't be reached" });
    world.standin.state.down.clear();
    expect(await settled(app)).toMatchObject({ state: 'confirmed' });
    expect(await moto.readSecret(secretName)).toBe(KEY);
  },
);
