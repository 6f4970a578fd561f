// Saves the claims, as they are corrected by then, as a table.
document.querySelector("#save").addEventListener("click", async () => {
  const { content, mediaType, extension } = await document.querySelector("newsmark-article").export("claims-csv");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = `article.${extension}`;
  link.click();
});
