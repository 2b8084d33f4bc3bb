// How a host page signs somebody in without holding a cookie or seeing a password: it opens a window on the
// service's own origin, gets a code from there, and turns the code into a session, once.

const board = document.querySelector('family-plan-board');
const button = document.querySelector('#sign-in');
const service = new URL(board.getAttribute('src')).origin;

/** Opens the window. Must be called from a click, else browsers block it. */
async function signIn() {
  const address = `${service}/embed/sign-in?origin=${encodeURIComponent(location.origin)}`;
  const opened = open(address, 'fpb-sign-in', 'popup,width=520,height=720');
  const code = await new Promise((resolve) => {
    addEventListener('message', function hear(event) {
      if (event.origin !== service || event.source !== opened || event.data?.type !== 'fpb-code') return;
      removeEventListener('message', hear);
      resolve(event.data.code);
    });
  });
  const headers = { 'content-type': 'application/json' };
  const redeemed = await fetch(`${service}/api/embed/redeem`, { method: 'POST', headers, body: JSON.stringify({ code }) });
  if (!redeemed.ok) throw new Error(`The code was not taken: ${redeemed.status}`);
  const { session } = await redeemed.json();
  const asked = await fetch(`${service}/api/session`, { headers: { authorization: `Bearer ${session}` } });
  const { plans } = await asked.json();
  board.token = session;
  board.plan = plans[0].plan_id;
}

button.hidden = false;
button.addEventListener('click', () => {
  button.hidden = true;
  signIn().catch((error) => {
    console.error(error);
    button.hidden = false;
  });
});
// The session ended while the board was open. Until somebody signs in again it shows what it has.
board.addEventListener('fpb-need-token', () => {
  button.hidden = false;
});
