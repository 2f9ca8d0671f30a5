// Takes what a provider left behind the `#`, out of the address before anything else, and posts it to where it stands.
const given = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, '', location.pathname);

if (given.has('state')) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = location.pathname;
  for (const [name, value] of given) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
} else {
  const word = document.getElementById('word');
  if (word) word.textContent = 'There is nothing here to go on with. Open the chat anew.';
}

export {};
