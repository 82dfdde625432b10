// What was refused or done is said where it is read: a notice that comes up out of sight is brought into view.
const NOTICES = '[data-testid=stAlertContentError], [data-testid=stAlertContentSuccess]';
const NOTICED_MS = 120;

function bringNotices() {
  let known = new Map();
  const look = () => {
    const now = new Map([...document.querySelectorAll(NOTICES)].map((one) => [one, one.textContent]));
    const [fresh] = [...now].find(([one, told]) => told && known.get(one) !== told) || [];
    known = now;
    if (!fresh) return;
    const { top, bottom } = fresh.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) fresh.scrollIntoView({ block: 'center' });
  };
  const timer = setInterval(look, NOTICED_MS);
  return () => clearInterval(timer);
}
