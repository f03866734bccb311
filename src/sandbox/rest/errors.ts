/** A refusal in the words and numbers that Discord uses. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  json(): object {
    const { message, code, errors } = this;
    return errors ? { message, code, errors } : { message, code };
  }
}

/** What only the page can do wrong. */
export const badRequest = (message: string) => new ApiError(400, 0, message);
export const unauthorized = () => new ApiError(401, 0, "401: Unauthorized");
export const notFound = () => new ApiError(404, 0, "404: Not Found");
export const methodNotAllowed = () => new ApiError(405, 0, "405: Method Not Allowed");
export const unknownApplication = () => new ApiError(404, 10002, "Unknown Application");
export const unknownChannel = () => new ApiError(404, 10003, "Unknown Channel");
export const unknownGuild = () => new ApiError(404, 10004, "Unknown Guild");
export const unknownMember = () => new ApiError(404, 10007, "Unknown Member");
export const unknownMessage = () => new ApiError(404, 10008, "Unknown Message");
export const unknownUser = () => new ApiError(404, 10013, "Unknown User");
export const unknownWebhook = () => new ApiError(404, 10015, "Unknown Webhook");
export const unknownInteraction = () => new ApiError(404, 10062, "Unknown interaction");
export const unknownCommand = () => new ApiError(404, 10063, "Unknown application command");
export const tooManyCommands = () =>
  new ApiError(400, 30034, "Max number of daily application command creates has been reached (200)");
export const tooLarge = () => new ApiError(413, 40005, "Request entity too large");
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, "Interaction has already been acknowledged.");
export const missingAccess = () => new ApiError(403, 50001, "Missing Access");
export const notYourMessage = () =>
  new ApiError(403, 50005, "Cannot edit a message authored by another user");
export const emptyMessage = () => new ApiError(400, 50006, "Cannot send an empty message");
export const cannotMessageUser = () => new ApiError(403, 50007, "Cannot send messages to this user");
export const cannotSendHere = () => new ApiError(400, 50008, "Cannot send messages in a non-text channel");
export const missingPermissions = () => new ApiError(403, 50013, "Missing Permissions");
export const invalidWebhookToken = () => new ApiError(401, 50027, "Invalid Webhook Token");
export const notADirectMessage = () => new ApiError(403, 50003, "Cannot execute action on a DM channel");
export const invalidForm = (errors: object) => new ApiError(400, 50035, "Invalid Form Body", errors);
export const archivedThread = () =>
  new ApiError(400, 50083, "Tried to perform an operation on an archived thread");
export const unreadableBody = () => new ApiError(400, 50109, "The request body contains invalid JSON.");
export const cannotReplyUnread = () =>
  new ApiError(403, 160002, "Cannot reply without permission to read message history");
export const noMutualGuild = () =>
  new ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
