/** The page that a person with a display starts from. */
export function startPage(): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Keyferry: try it</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #14211f; }
  li { margin: .5rem 0; } a { color: #0f766e; }
  @media (prefers-color-scheme: dark) { body { color: #e8f0ee; background: #101816; } a { color: #5eead4; } }
</style>
<h1>Keyferry is loaded in this browser</h1>
<p>It carries an OpenAI API key from the page that shows it once to the place that needs it.</p>
<p>OpenAI and DoiT are played by a stand-in on this machine. Keys made here are fake, and nothing leaves the machine.</p>
<ol>
  <li>Press Keyferry’s button in the toolbar (it may be under the puzzle piece), set up the vault, and choose <b>DoiT</b>. Follow the card in the page.</li>
  <li>Make a key without a guide: open the <a href="https://platform.openai.com/api-keys">API keys page</a>, create a key, and press <b>Save key</b>.</li>
  <li>Take a wrong turn: start the DoiT guide, and choose <b>All</b> on the <a href="https://platform.openai.com/settings/organization/admin-keys">Admin keys page</a>.</li>
  <li>See another page: <a href="https://platform.openai.com/home?scene=firstRun:true">the first run</a>, <a href="https://platform.openai.com/api-keys?scene=signedIn:false">signed out</a>, <a href="https://platform.openai.com/api-keys?scene=role:no-button">not an owner</a>, <a href="https://platform.openai.com/api-keys?scene=expiry:60,creation:service-account-only">an organization’s rules</a>, or <a href="https://platform.openai.com/api-keys?scene=version:feb-2024">February 2024</a>. It lasts in that tab, until <a href="https://platform.openai.com/api-keys?scene=">it is forgotten</a>.</li>
</ol>
<p>Where the key goes: <a href="https://console.doit.com/">DoiT’s console</a>.</p>
</html>`;
}
